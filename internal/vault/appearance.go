package vault

import "github.com/jobjourney/jobjourney/internal/fault"

// Appearance is how the app looks before anybody has unlocked it.
type Appearance struct {
	Theme    string `json:"theme"`    // "system", "light" or "dark"
	Language string `json:"language"` // BCP 47; empty: never chosen
}

// Window is where the window was, in pixels of the desktop.
type Window struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
}

// Appearance works in every state. Without a readable profile it is what was last set
// in this run of the app, or the system's theme in no language.
func (v *Vault) Appearance() Appearance {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if p, err := v.readProfile(); err == nil && p.Appearance != nil {
		return *p.Appearance
	}
	if v.front.Appearance != nil {
		return *v.front.Appearance
	}
	return Appearance{Theme: "system"}
}

// SetAppearance works in every state. Where there is no profile yet the choice is kept
// in memory, and Create writes it down.
func (v *Vault) SetAppearance(theme, language string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.front.Appearance = &Appearance{Theme: theme, Language: language}
	return v.saveFront()
}

// Window says where the window was; false means that nobody knows.
func (v *Vault) Window() (Window, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if p, err := v.readProfile(); err == nil && p.Window != nil {
		return *p.Window, true
	}
	if v.front.Window != nil {
		return *v.front.Window, true
	}
	return Window{}, false
}

// SetWindow is to the window what SetAppearance is to the theme.
func (v *Vault) SetWindow(w Window) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.front.Window = &w
	return v.saveFront()
}

// front is what was set in this run of the app; nil is what was not.
type front struct {
	Appearance *Appearance
	Window     *Window
}

// saveFront writes what was set into the profile, if there is one.
func (v *Vault) saveFront() error {
	p, err := v.readProfile()
	if fault.Has(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	v.front.into(p)
	return v.saveProfile(p)
}

func (f front) into(p *profile) {
	if f.Appearance != nil {
		p.Appearance = f.Appearance
	}
	if f.Window != nil {
		p.Window = f.Window
	}
}
