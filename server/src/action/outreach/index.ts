export { OutreachModule } from './outreach.module.ts';
