import path from 'node:path';
import { requireWithEsbuild } from '@tarojs/helper';

/** What the build needs of `@siyu/shared/theme`; the file is read as source, so no build of shared is needed. */
interface Theme {
  cssVariables(): Record<string, string>;
  cssTextVariables(isLarge: boolean): Record<string, string>;
}

const declarations = (variables: Record<string, string>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}: #{'${value}'};`)
    .join(' ');

/** Sass mixins that write the tokens of the theme as CSS custom properties; they print nothing until included. */
export function themeMixins(): string {
  const load: (file: string) => Theme = requireWithEsbuild;
  const theme = load(path.resolve(__dirname, '../../shared/src/theme/index.ts'));
  return [
    `@mixin theme { ${declarations(theme.cssVariables())} }`,
    `@mixin normal-text { ${declarations(theme.cssTextVariables(false))} }`,
    `@mixin large-text { ${declarations(theme.cssTextVariables(true))} }`,
    '',
  ].join('\n');
}
