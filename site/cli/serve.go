package cli

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/server"
)

type serveFlags struct {
	addr    string
	noBuild bool
	watch   bool
	start   string // path of the page to begin with
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Build the site and serve it with search and short links",
		Long: "Serve builds the site and serves it, with search and short links, until it is interrupted. With --watch it builds\n" +
			"again when content/, i18n/ or themes/ change, and browsers show the new page.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), f) },
	}
	c.Flags().StringVar(&f.addr, "addr", "127.0.0.1:8080", "address and port to listen on")
	c.Flags().BoolVar(&f.noBuild, "no-build", false, "serve what the output folder holds, without building first")
	c.Flags().BoolVar(&f.watch, "watch", false, "build again on changes, and reload browsers")
	c.MarkFlagsMutuallyExclusive("no-build", "watch")
	return c
}

func (a *app) serve(ctx context.Context, f serveFlags) error {
	s, err := a.loadToServe(f)
	if err != nil {
		return err
	}
	return a.listen(ctx, s, f, func(log *slog.Logger) (*server.Server, error) {
		v, err := server.New(s, a.outDir(), log, f.watch)
		if err != nil {
			return nil, fmt.Errorf("%w; build the site first", err)
		}
		return v, nil
	})
}

// listen builds the site and answers with the server that open returns, until ctx ends.
func (a *app) listen(ctx context.Context, s *site.Site, f serveFlags, open func(*slog.Logger) (*server.Server, error)) error {
	listener, err := net.Listen("tcp", f.addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; choose another address with --addr", f.addr, err)
	}
	defer listener.Close()
	if !f.noBuild {
		if err := a.build(ctx, s, false); err != nil {
			return err
		}
	}
	v, err := open(slog.New(slog.NewTextHandler(a.env.Stderr, nil)))
	if err != nil {
		return err
	}
	defer v.Close()
	a.term.info("serving http://%s%s  (Ctrl-C stops)", listener.Addr(), s.Book.BasePath+f.start)
	if f.watch {
		stop, err := a.watch(ctx, v)
		if err != nil {
			return err
		}
		defer stop()
	}
	if err := v.Serve(ctx, listener); err != nil && err != http.ErrServerClosed {
		return err
	}
	a.term.info("stopped")
	return nil
}

// loadToServe reads the site. Where nothing is to be built, what is wrong with its documents is no matter: the pages are
// there, and only the configuration, the theme and the strings are needed.
func (a *app) loadToServe(f serveFlags) (*site.Site, error) {
	if !f.noBuild {
		return a.loadOrFail()
	}
	s, list, err := a.load()
	if err == nil && s == nil {
		a.term.diagnostics(list)
		return nil, a.failed(list)
	}
	return s, err
}

// watch rebuilds the site on changes until ctx ends; stop waits for a build under way.
func (a *app) watch(ctx context.Context, v *server.Server) (stop func(), err error) {
	return site.Watch(ctx, a.dir, func() {
		s, list, err := a.load()
		if err != nil {
			a.term.error(err.Error())
			return
		}
		a.term.diagnostics(list)
		if list.HasErrors() {
			a.term.info("the site stays as it was until this is mended")
			return
		}
		if err := a.build(ctx, s, false); err != nil {
			a.exit(err)
			return
		}
		if err := v.Swap(s); err != nil {
			a.term.error(err.Error())
		}
	})
}
