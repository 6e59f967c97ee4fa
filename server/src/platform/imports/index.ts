export { isBelievableInstant } from './believable-instant.ts';
export { ImportEndings } from './import-endings.ts';
export type { ImportKind, ImportLine, ImportSource, LineVerdict } from './import-kind.ts';
export { ImportKinds } from './import-kinds.ts';
export { Imports, type ImportView } from './imports.service.ts';
export { ImportsModule } from './imports.module.ts';
export { readCode, readInstant, readOptional } from './read-cell.ts';
export { repeatOnDuplicate } from './repeat-on-duplicate.ts';
export { tellOnce, type TellingVerdict } from './tell-once.ts';
