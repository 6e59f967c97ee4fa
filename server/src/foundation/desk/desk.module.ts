import { Module } from '@nestjs/common';
import { DeskConsoleController } from './desk.console.controller.ts';
import { SavedViewsService } from './saved-views.service.ts';

@Module({ controllers: [DeskConsoleController], providers: [SavedViewsService] })
export class DeskModule {}
