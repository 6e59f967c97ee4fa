import { Global, Module } from '@nestjs/common';
import { ImportEndings } from './import-endings.ts';
import { ImportKinds } from './import-kinds.ts';
import { ImportSteps } from './import-steps.ts';
import { ImportWorker } from './import.worker.ts';
import { Imports } from './imports.service.ts';

@Global()
@Module({
  providers: [Imports, ImportKinds, ImportSteps, ImportEndings, ImportWorker],
  exports: [Imports, ImportKinds, ImportEndings],
})
export class ImportsModule {}
