package system

import (
	"encoding/base64"
	"encoding/binary"
	"unicode/utf16"
)

// script reads the text from standard input as UTF-8, speaks it into memory and
// writes the WAVE file to standard output.
const script = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
$voice = New-Object Speech.Synthesis.SpeechSynthesizer
$sound = New-Object IO.MemoryStream
$voice.SetOutputToWaveStream($sound)
$voice.Speak($in.ReadToEnd())
$voice.Dispose()
$out = [Console]::OpenStandardOutput()
$out.Write($sound.GetBuffer(), 0, [int]$sound.Length)
$out.Flush()
`

// candidates is the voice of Windows. This has not been run yet.
func candidates() []Voice {
	return []Voice{{
		name: "powershell.exe",
		args: []string{"-NoProfile", "-NonInteractive", "-EncodedCommand", encoded(script)},
	}}
}

// encoded is how PowerShell takes a script without any quoting: UTF-16LE in base 64.
func encoded(script string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(script)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return base64.StdEncoding.EncodeToString(b)
}
