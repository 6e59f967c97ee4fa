import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { colours, cssVariables } from '../shared/src/theme/index.ts';

/** Writes the theme's tokens into the page as CSS variables, so that no style sheet holds a colour of its own. */
function themeVariables(): Plugin {
  const variables = Object.entries(cssVariables()).map(([name, value]) => `${name}:${value}`);
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${colours.ink}"/><path d="M7 22c5-1 6-10 9-10s4 9 9 10" fill="none" stroke="${colours.onInk}" stroke-width="2.5" stroke-linecap="round"/><circle cx="16" cy="12" r="2.5" fill="${colours.gold}"/></svg>`;
  return {
    name: 'siyu-theme',
    transformIndexHtml: () => [
      { tag: 'style', children: `:root{${variables.join(';')}}`, injectTo: 'head' },
      {
        tag: 'link',
        attrs: { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` },
        injectTo: 'head',
      },
    ],
  };
}

export default defineConfig({
  base: '/console/',
  plugins: [react(), themeVariables()],
  resolve: { conditions: ['siyu-source', 'module', 'browser', 'development|production'] },
  build: { outDir: 'dist', target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/v1': process.env['SIYU_API'] ?? 'http://127.0.0.1:3000' } },
});
