package bench

import (
	"encoding/json"
	"testing"
)

func FuzzJSON(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		var value any
		_ = json.Unmarshal(data, &value)
	})
}
