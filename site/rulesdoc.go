package site

import (
	"cmp"
	"slices"

	"errbook/site/catalog"
	"errbook/site/codediff"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/exchange"
	"errbook/site/locale/glossary"
	"errbook/site/locale/lint"
	"errbook/site/locale/messagefile"
	"errbook/site/locale/state"
	"errbook/site/locale/workbench"
	"errbook/site/page"
	"errbook/site/prose"
	"errbook/site/published"
	"errbook/site/tomlfile"
)

// Rules explains every rule of errbook's diagnostics, sorted by id.
func Rules() []diag.Rule {
	rules := slices.Concat(ownRules(), catalog.Rules(), codediff.Rules(), locale.Rules(), exchange.Rules(), glossary.Rules(), lint.Rules(),
		messagefile.Rules(), state.Rules(), workbench.Rules(), page.Rules(), prose.Rules(), published.Rules(), tomlfile.Rules())
	slices.SortFunc(rules, func(a, b diag.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return rules
}

// ownRules are those of what this package itself finds.
func ownRules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleRead, Severity: diag.Error,
			Summary: "A file or folder of the site cannot be read.",
			Example: "content/errors.md: permission denied",
			Mend:    "Make it readable for the user that runs errbook, or take it away if it does not belong to the site.",
		},
		{
			ID: RuleNoSite, Severity: diag.Error,
			Summary: "The folder is no site: it has no content/site.toml.",
			Example: "errbook build -C somewhere/else",
			Mend:    "Name the root of the site with -C, or make a site: errbook init DIR, or errbook init DIR --from errors.md with documents that you have.",
		},
		{
			ID: RuleNoDocument, Severity: diag.Error,
			Summary: "content/ has no document, or content/site.toml speaks of one that is not there.",
			Example: "[[catalog]]\nid = \"erors\"   # the document is content/errors.md",
			Mend:    "Put a Markdown document into content/, or write its name without .md as the id of the [[catalog]].",
		},
		{
			ID: RuleStrayNotes, Severity: diag.Error,
			Summary: "Longer notes belong to no code of their catalogue, so nobody would ever see them.",
			Example: "content/errors/1O01.md   (the code is 1001)",
			Mend:    "Call the file content/<catalogue>/<code>.md, with the code as it stands in the table.",
		},
		{
			ID: RuleLanguageFiles, Severity: diag.Warning,
			Summary: "A file in i18n/ is read by no part of the site: there is no such catalogue, or the site does not have that language.",
			Example: "i18n/erors.en.toml   (the catalogue is called errors)",
			Mend:    "Correct the file's name, or add the language to languages in content/site.toml.",
		},
		{
			ID: RuleConfig, Severity: diag.Error,
			Summary: "A value in content/site.toml does not fit: a language tag, a URL, a role, an id that is given twice.",
			Example: "source_language = \"jp\"",
			Mend:    "Write what the message asks for; here source_language = \"ja\".",
		},
		{
			ID: RuleGone, Severity: diag.Error,
			Summary: "A code that was published is in no document any more, and links to it would lead nowhere; or, as a note, codes are not published yet.",
			Example: "content/codes.lock lists 6017 of im, and content/im.md has no such code",
			Mend:    "Put the code back, or retire it in content/site.toml: under [retired], \"im/6017\" = { since = \"2026-01-31\", reason = \"…\", replaced_by = \"6018\" }.",
		},
		{
			ID: RuleRetired, Severity: diag.Error,
			Summary: "What [retired] in content/site.toml says does not fit the documents: the code is in use, or what replaces it is not there.",
			Example: "[retired]\n\"im/6017\" = { since = \"2026-01-31\", replaced_by = \"6O18\" }",
			Mend:    "Name codes as the documents write them, those of another catalogue as \"<catalogue>/<code>\", and take the entry of a code away that is in use again.",
		},
		{
			ID: RuleOutput, Severity: diag.Error,
			Summary: "The output folder cannot be written, or lies where errbook must not write. Nothing was published.",
			Example: "errbook build --out content/html",
			Mend:    "Give a folder of its own that can be written with --out.",
		},
	}
}
