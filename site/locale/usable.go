package locale

import (
	"strings"

	"errbook/site/diag"
)

// dropUnusable takes out the messages that no page shows, with a warning for each: those without a source.
func (m *Messages) dropUnusable(sources *Sources) (list diag.List) {
	var ids []string
	for _, id := range m.IDs() {
		if _, known := sources.Get(id); known {
			continue
		}
		if ids == nil {
			ids = sources.IDs()
		}
		list = append(list, diag.Warnf(m.Position(id), RuleUnknownID,
			"message %q belongs to no text of the document%s; it is not used", id, diag.DidYouMean(id, near(id, ids))))
		delete(m.texts, id)
	}
	return list
}

// near narrows the candidates for a mistyped id to those with its field, so that a suggestion costs little.
func near(id string, ids []string) (out []string) {
	field := id[strings.LastIndexByte(id, '.')+1:]
	for _, c := range ids {
		if strings.HasSuffix(c, field) && len(c) <= len(id)+2 && len(c) >= len(id)-2 {
			out = append(out, c)
		}
	}
	return out
}
