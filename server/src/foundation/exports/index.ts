export { ExportKinds, type ExportKind, type ExportPage } from './export-kind.ts';
export { ExportsModule } from './exports.module.ts';
