export { WorkspaceModule } from './workspace.module.ts';
