/**
 * Contrast of two colours from 1 (equal) to 21 (black on white), as WCAG 2.2 defines it
 * (relative luminance of sRGB, plus 0.05 for stray light).
 * @param first colour as `#RRGGBB`
 * @param second colour as `#RRGGBB`
 * @throws {RangeError} when a colour is not written as `#RRGGBB`
 * @example
 * contrastRatio('#000000', '#FFFFFF') // => 21
 */
export function contrastRatio(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`not a #RRGGBB colour: ${colour}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
