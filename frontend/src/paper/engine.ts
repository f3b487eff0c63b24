// The compiler itself: Typst as WebAssembly, without the driver that comes with it (that
// one loads fonts from the network and evaluates strings as code). Knows sources, files
// and fonts; nothing of résumés.
import initCompiler, {
  type IncrServer,
  type TypstCompiler,
  TypstCompilerBuilder,
  TypstFontResolverBuilder,
} from '@myriaddreamin/typst-ts-web-compiler';
import initRenderer, {
  RenderPageImageOptions,
  type RenderSession,
  type TypstRenderer,
  TypstRendererBuilder,
} from '@myriaddreamin/typst-ts-renderer';

/** The compiled modules; they may be handed to another worker as they are. */
export interface Modules {
  compiler: WebAssembly.Module;
  renderer: WebAssembly.Module;
}

/** One thing the compiler has to say about a source. */
export interface Diagnostic {
  severity: string;
  message: string;
  path: string;
  range: string;
}

/** A compile that gave no document. The message is the compiler's own, in English. */
export class TypesetError extends Error {
  constructor(readonly diagnostics: Diagnostic[]) {
    super(
      diagnostics
        .filter((d) => d.severity !== 'warning')
        .map((d) => `${d.message} (${d.path} ${d.range})`)
        .join('\n') || 'the compiler gave no document',
    );
    this.name = 'TypesetError';
  }
}

// What get_artifact is asked for; 0 would be the vector format.
const pdf = 1;
// Diagnostics as objects.
const full = 3;
// Parts of an SVG and of a drawn page.
const body = 1;
const definitions = 2;

export interface PageSize {
  width: number;
  height: number;
}

/** One instance of the compiler and one of the renderer. */
export class Engine {
  private constructor(
    private readonly compiler: TypstCompiler,
    private readonly server: IncrServer,
    private readonly renderer: TypstRenderer,
    private readonly session: RenderSession,
    private readonly memories: WebAssembly.Memory[],
  ) {}

  static async start(modules: Modules): Promise<Engine> {
    const compilerExports = await initCompiler({ module_or_path: modules.compiler });
    const rendererExports = await initRenderer({ module_or_path: modules.renderer });
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    const compiler = await builder.build();
    const renderer = await new TypstRendererBuilder().build();
    const session = renderer.create_session();
    return new Engine(compiler, compiler.create_incr_server(), renderer, session, [
      compilerExports.memory,
      rendererExports.memory,
    ]);
  }

  private merged = false;

  /** In bytes; it only ever grows, see Typesetter. */
  get memory(): number {
    return this.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  }

  /** Replaces all fonts. A font that can't be read is left out. */
  async setFonts(fonts: Uint8Array[]): Promise<void> {
    const builder = new TypstFontResolverBuilder();
    for (const font of fonts) builder.add_raw_font(font);
    this.compiler.set_fonts(await builder.build());
  }

  addSource(path: string, text: string): void {
    this.compiler.add_source(path, text);
  }

  /** Puts a file where sources find it; undefined takes it away. */
  setFile(path: string, bytes: Uint8Array | undefined): void {
    if (bytes) this.compiler.map_shadow(path, bytes);
    else this.compiler.unmap_shadow(path);
  }

  /** Lays out what changed and hands it to the renderer's session. */
  layout(main: string): void {
    const delta = this.run(main, (world) => world.incr_compile(this.server, full));
    this.renderer.manipulate_data(this.session, this.merged ? 'merge' : 'reset', delta);
    this.merged = true;
  }

  /** The sizes of the pages last laid out, in pt. */
  get pages(): PageSize[] {
    const info = this.session.pages_info;
    return Array.from({ length: info.page_count }, (_, i) => {
      const page = info.page(i);
      return { width: page.width_pt, height: page.height_pt };
    });
  }

  /** Draws a whole page at so many pixels per pt, whatever is on it. Only where there are canvases. */
  async draw(page: number, scale: number, canvas: OffscreenCanvas): Promise<void> {
    const options = new RenderPageImageOptions();
    options.page_off = page;
    options.pixel_per_pt = scale;
    options.background_color = '#ffffff';
    options.data_selection = body;
    await this.renderer.render_page_to_canvas(
      this.session,
      canvas.getContext('2d', { alpha: false }),
      options,
    );
  }

  /** All pages as one SVG with the definitions of its glyphs, and with its text as text. */
  svg(): string {
    return this.renderer.svg_data(this.session, body | definitions);
  }

  pdf(main: string): Uint8Array {
    return this.run(main, (world) => world.get_artifact(pdf, full));
  }

  private run(main: string, make: (world: ReturnType<TypstCompiler['snapshot']>) => unknown): Uint8Array {
    const world = this.compiler.snapshot('/', main, []);
    try {
      return bytesOf(make(world));
    } finally {
      world.free();
    }
  }
}

function bytesOf(answer: unknown): Uint8Array {
  const { result = answer, diagnostics = [] } = (answer ?? {}) as {
    result?: unknown;
    diagnostics?: Diagnostic[];
  };
  if (result instanceof Uint8Array) return result;
  throw new TypesetError(diagnostics);
}
