package system

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"unicode/utf16"
)

// script reads the text from standard input as UTF-8, speaks it into memory and
// writes the WAVE file to standard output. It wants $name and $rate before it.
const script = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
$voice = New-Object Speech.Synthesis.SpeechSynthesizer
if ($name) { $voice.SelectVoice($name) }
$voice.Rate = $rate
$sound = New-Object IO.MemoryStream
$voice.SetOutputToWaveStream($sound)
$voice.Speak($in.ReadToEnd())
$voice.Dispose()
$out = [Console]::OpenStandardOutput()
$out.Write($sound.GetBuffer(), 0, [int]$sound.Length)
$out.Flush()
`

// listing writes the name and the language of each voice, with a tab between them.
const listing = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$voice = New-Object Speech.Synthesis.SpeechSynthesizer
foreach ($v in $voice.GetInstalledVoices()) {
	if ($v.Enabled) { [Console]::Out.WriteLine($v.VoiceInfo.Name + [char]9 + $v.VoiceInfo.Culture.Name) }
}
`

// candidates is the voice of Windows. This has not been run yet.
func candidates() []Voice {
	return []Voice{{name: "powershell.exe", with: sapi, list: powershell(listing), read: sapiVoices}}
}

func sapi(voice string, speed float64) []string {
	// In base 64, the name of a voice can't end a string of the script.
	name := base64.StdEncoding.EncodeToString([]byte(voice))
	set := fmt.Sprintf("$name = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('%s'))\n$rate = %d\n", name, rate(speed))
	return powershell(set + script)
}

// rate is a speed as SAPI counts it: 10 is three times as fast, -10 a third.
func rate(speed float64) int { return int(math.Round(10 * math.Log(speed) / math.Log(3))) }

func powershell(script string) []string {
	return []string{"-NoProfile", "-NonInteractive", "-EncodedCommand", encoded(script)}
}

// encoded is how PowerShell takes a script without any quoting: UTF-16LE in base 64.
func encoded(script string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(script)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return base64.StdEncoding.EncodeToString(b)
}
