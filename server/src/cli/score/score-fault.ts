/** A fault that ends the run: its message is the one sentence that the person at the command line reads. */
export class ScoreFault extends Error {}

/** Says in words why the file system refused. */
export function fileFault(verb: 'read' | 'write', path: string, error: unknown): ScoreFault {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  return new ScoreFault(`cannot ${verb} ${path}: ${REASONS[code] ?? code}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'it is a folder',
  ERR_FS_EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};
