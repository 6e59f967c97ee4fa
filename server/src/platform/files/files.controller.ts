import { Controller, Param, Query, StreamableFile } from '@nestjs/common';
import { OpenLink } from '@siyu/shared/contracts/files';
import { filesRoutes } from '@siyu/shared/contracts/files.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind } from '../http/index.ts';
import { Files } from './files.service.ts';

@Controller()
export class FilesController {
  constructor(private readonly files: Files) {}

  @Bind(filesRoutes.openLink, { givesFile: true })
  @Access({ audience: 'public' })
  async openLink(
    @Param('fileId', { schema: PublicId }) fileId: string,
    @Query({ schema: OpenLink }) query: OpenLink,
  ): Promise<StreamableFile> {
    const file = await this.files.openLink({ fileId, ...query });
    return new StreamableFile(file.stream, {
      type: file.type,
      length: file.bytes,
      disposition: query.name === undefined ? 'attachment' : `attachment; filename="${query.name}"`,
    });
  }
}
