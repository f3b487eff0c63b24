package pdf

func decipher(data []byte) []byte { return data }
