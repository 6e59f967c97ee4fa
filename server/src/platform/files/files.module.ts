import { Global, Module } from '@nestjs/common';
import { FilesController } from './files.controller.ts';
import { FileDrafts } from './file-drafts.ts';
import { Files } from './files.service.ts';
import { Pictures } from './pictures.ts';

@Global()
@Module({
  controllers: [FilesController],
  providers: [Files, FileDrafts, Pictures],
  exports: [Files, FileDrafts, Pictures],
})
export class FilesModule {}
