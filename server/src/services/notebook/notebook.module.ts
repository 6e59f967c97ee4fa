import { Module } from '@nestjs/common';
import { IdentityModule } from '../../records/identity/index.ts';
import { ContentModule } from '../content/index.ts';
import { ClosedNotebook } from './closed-notebook.ts';
import { NotebookLists } from './notebook-lists.ts';
import { NotebookController } from './notebook.controller.ts';
import { Notebook } from './notebook.service.ts';

@Module({
  imports: [IdentityModule, ContentModule],
  controllers: [NotebookController],
  providers: [ClosedNotebook, Notebook, NotebookLists],
})
export class NotebookModule {}
