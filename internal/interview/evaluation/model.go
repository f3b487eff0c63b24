package evaluation

// Model says which model is to be evaluated as a scorer.
type Model struct {
	Provider string // "openrouter", or the address of a server
	Key      string // empty where the server asks for none
	Name     string
	Runs     int // how often it is asked about each answer
}
