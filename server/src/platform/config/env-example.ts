import { settings } from './settings.ts';

/** The text of `.env.example`: every variable, commented out, with its default and what it is for. */
export function renderEnvExample(): string {
  const blocks = Object.values(settings).map(
    (setting) => `# ${setting.about}\n# ${setting.env}=${setting.fallback}\n`,
  );
  return `# Every setting of the server with its default. Made from server/src/platform/config/settings.ts.\n\n${blocks.join('\n')}`;
}
