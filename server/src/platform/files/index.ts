export { Files, type FileSummary, type OpenedFile, type StoreOptions } from './files.service.ts';
export { FileDrafts } from './file-drafts.ts';
export { FilesModule } from './files.module.ts';
export { FILE_PURPOSES, type FilePurpose } from './stored-file.entity.ts';
export { storedFilePath } from './stored-file-path.ts';
export { plainPicture } from './plain-picture.ts';
export { Pictures } from './pictures.ts';
