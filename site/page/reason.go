package page

// Reason is why a code answers to what was written, as a search found it.
type Reason struct {
	Kind                    string // spelling, range, twos-complement, hex, sign, alias or prefix
	Written, Number, Lo, Hi string
}

// Reason says in the edition's language why a code answers; "" for a kind that it has no words for. In a language that is
// written from right to left each value is set apart, so that its sign stays before it.
func (e *Edition) Reason(code string, r Reason) string {
	args := map[string]any{}
	for name, value := range map[string]string{"Code": code, "Written": r.Written, "Number": r.Number, "Lo": r.Lo, "Hi": r.Hi} {
		if e.Lang.Dir == "rtl" {
			value = "\u2066" + value + "\u2069" // LEFT-TO-RIGHT ISOLATE … POP DIRECTIONAL ISOLATE
		}
		args[name] = value
	}
	switch r.Kind {
	case "spelling":
		return e.say("reason_spelling", args)
	case "range":
		return e.say("reason_range", args)
	case "twos-complement":
		return e.say("reason_bits", args)
	case "hex":
		return e.say("reason_hex", args)
	case "sign":
		return e.say("reason_sign", args)
	case "alias":
		return e.say("reason_alias", args)
	case "prefix":
		return e.say("reason_prefix", args)
	}
	return ""
}
