package main

import (
	"context"
	"log"
	"os"
	"strconv"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	url, out, js := os.Args[1], os.Args[2], ""
	w, _ := strconv.ParseInt(os.Args[3], 10, 64)
	h, _ := strconv.ParseInt(os.Args[4], 10, 64)
	scheme := "light"
	if os.Args[5] == "1" {
		scheme = "dark"
	}
	if len(os.Args) > 6 {
		js = os.Args[6]
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", true))
	actx, c := chromedp.NewExecAllocator(context.Background(), opts...)
	defer c()
	ctx, c2 := chromedp.NewContext(actx)
	defer c2()
	must(chromedp.Do(ctx, chromedp.EmulateViewport(w, h)))
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	must(err)
	must(chromedp.Do(ctx, chromedp.Navigate(url)))
	time.Sleep(600 * time.Millisecond)
	if js != "" {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[any](js))
		must(err)
		time.Sleep(1500 * time.Millisecond)
	}
	buf, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	must(err)
	must(os.WriteFile(out, buf, 0o644))
}
