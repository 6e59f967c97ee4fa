export { Keys } from './keys.service.ts';
export { KeysModule } from './keys.module.ts';
export { openSecret, sealSecret } from './sealed-secret.ts';
