export { Keys } from './keys.service.ts';
export { KeysModule } from './keys.module.ts';
