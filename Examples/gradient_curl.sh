#!/bin/sh
# The gradient of an expression with curl and jq: a step of gradient descent, again and again.
set -eu
url=${ADJOINT_URL:-http://localhost:8080}

x=0
y=0
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    answer=$(jq -n --argjson x "$x" --argjson y "$y" \
        '{expression: "z = (x - 3)^2 + 2*(y + 1)^2", inputs: {$x, $y}}' |
        curl -sS --fail-with-body "$url/v1/gradient" -d @-)
    x=$(echo "$answer" | jq ".values.x - 0.2*.gradients.x")
    y=$(echo "$answer" | jq ".values.y - 0.2*.gradients.y")
done
echo "after 20 steps at x = $x, y = $y"
jq -n --argjson x "$x" --argjson y "$y" -e '(($x - 3) | fabs) < 0.001 and (($y + 1) | fabs) < 0.001' >/dev/null || {
    echo "That is not the minimum, which is at 3, -1." >&2
    exit 1
}
