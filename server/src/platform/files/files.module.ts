import { Global, Module } from '@nestjs/common';
import { FilesController } from './files.controller.ts';
import { FileDrafts } from './file-drafts.ts';
import { Files } from './files.service.ts';

@Global()
@Module({ controllers: [FilesController], providers: [Files, FileDrafts], exports: [Files, FileDrafts] })
export class FilesModule {}
