export { NotebookModule } from './notebook.module.ts';
