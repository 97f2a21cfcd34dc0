// Errbook turns tables of error codes into a site with one page per code, in every language, with search.
package main

import (
	"embed"
	"os"

	"errbook/site/cli"
)

// builtin is what every site has without bringing it: the default theme, and the strings of its pages.
//
//go:embed themes i18n/ui.*.toml
var builtin embed.FS

func main() { os.Exit(cli.Main(builtin)) }
