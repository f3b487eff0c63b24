//go:build webkit2_41

package platform

/*
#cgo pkg-config: webkit2gtk-4.1
#include <stdlib.h>
#include <webkit2/webkit2.h>

static gboolean check_spelling(gpointer languages) {
	WebKitWebContext *context = webkit_web_context_get_default();
	webkit_web_context_set_spell_checking_languages(context, (const gchar *const *)languages);
	webkit_web_context_set_spell_checking_enabled(context, TRUE);
	g_strfreev(languages);
	return G_SOURCE_REMOVE;
}

// On the thread of the window, which is the only one that may speak to it.
static void check_spelling_soon(const char *languages) {
	g_idle_add(check_spelling, g_strsplit(languages, " ", -1));
}
*/
import "C"

import (
	"strings"
	"unsafe"
)

// CheckSpelling has the web view underline what is in none of the system's dictionaries.
// WebKitGTK does so only when it is told to; see webkit_web_context_set_spell_checking_enabled.
func CheckSpelling() {
	languages := C.CString(strings.Join(spellingLanguages(), " "))
	defer C.free(unsafe.Pointer(languages))
	C.check_spelling_soon(languages)
}
