// A look at a picture's first bytes before the compiler decodes it.

/** Why a picture can't be shown, as a key for a sentence. */
export type PictureProblem = 'unreadable' | 'tooLarge';

/** In pixels; above it decoding takes seconds and hundreds of megabytes. */
const mostPixels = 40_000_000;

/** Whether the bytes are a PNG, JPEG or WebP of a size that can be drawn; undefined: they are. */
export function pictureProblem(bytes: Uint8Array): PictureProblem | undefined {
  const size = sizeOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!size || size.width < 1 || size.height < 1) return 'unreadable';
  return size.width * size.height > mostPixels ? 'tooLarge' : undefined;
}

interface Size {
  width: number;
  height: number;
}

function sizeOf(view: DataView): Size | undefined {
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
  } catch {
    // Cut off before its size.
  }
  return undefined;
}

// The frame header (SOF0 to SOF15 but DHT, JPG and DAC) holds the size.
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return undefined;
    const frame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
}

function webpSize(view: DataView): Size | undefined {
  const chunk = view.getUint32(12);
  const little = (at: number) => view.getUint16(at, true);
  if (chunk === 0x56503820) return { width: little(26) & 0x3fff, height: little(28) & 0x3fff };
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 0x56503858) return undefined;
  const triple = (at: number) => (little(at) | (view.getUint8(at + 2) << 16)) + 1;
  return { width: triple(24), height: triple(27) };
}
