import { basename } from 'node:path';
import ts from 'typescript';

/**
 * Compiles files under the rules of the shared core: the language alone, without the types of Node or of a
 * browser, and without a package.
 *
 * @param files paths of the sources
 * @param planted texts of files that are not on the disk, by path; they are compiled too
 * @returns the compiler's complaints, each with the name of the file
 */
export function compilePure(
  files: readonly string[],
  planted: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUncheckedSideEffectImports: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => planted.has(path) || fileExists(path);
  host.readFile = (path) => planted.get(path) ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = planted.get(path);
    return text === undefined
      ? getSourceFile(path, target, ...rest)
      : ts.createSourceFile(path, text, target, true);
  };
  const program = ts.createProgram([...files, ...planted.keys()], options, host);
  const packages = program
    .getSourceFiles()
    .filter((file) => program.isSourceFileFromExternalLibrary(file))
    .map(({ fileName }) => `${fileName} comes from a package`);
  const complaints = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    return file === undefined ? message : `${basename(file.fileName)}: ${message}`;
  });
  return [...complaints, ...packages];
}
