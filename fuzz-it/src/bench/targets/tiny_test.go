package bench

import "testing"

var reached int

func FuzzTiny(f *testing.F) {
	f.Fuzz(func(t *testing.T, d []byte) {
		n := 0
		if len(d) > 64 {
			return
		}
		if len(d) > 0 && d[0] == 'a' {
			n++
		}
		if len(d) > 1 && int8(d[1]) > 'b' {
			n++
		}
		if len(d) > 2 && int8(d[2]) < 'c' {
			n++
		}
		if len(d) > 3 && d[3] == d[0] {
			n++
		}
		if len(d) > 10 && d[9] == 0 {
			n++
		}
		if len(d) > 20 && d[19]&1 == 0 {
			n++
		}
		if len(d) > 30 && d[29] == 'x' {
			n++
		}
		if len(d) > 40 && int8(d[39]) > int8(d[38]) {
			n++
		}
		if len(d) > 50 && int(int8(d[49]))+int(int8(d[48])) == 100 {
			n++
		}
		if len(d) > 60 && d[59] == 'q' {
			n++
		}
		reached = n
	})
}
