import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { ImportRow } from '@siyu/shared/contracts/imports';
import {
  IMPORT_FILE_BYTES_MAX,
  IMPORT_KINDS,
  IMPORT_ROLES,
  type ImportKindCode,
} from '@siyu/shared/contracts/imports.limits';
import { importKindNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Modal, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { queryClient } from '../api/query-client.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatBytes } from '../format/figures.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { columnMeanings, kindMeanings, templateUrl } from './column-meanings.ts';
import { HEADER_BYTES_MAX, importFileFault, nameOrSizeFault } from './import-file.ts';
import { ProgressBar } from '../list/progress-bar.tsx';
import { sendImportFile } from './send-import-file.ts';

interface UploadImportProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onUploaded: (row: ImportRow) => void;
}

interface Chosen {
  readonly file: File;
  /** The first bytes as text. */
  readonly beginning: string;
}

export function UploadImport({ isOpen, onClose, onUploaded }: UploadImportProps) {
  const { roles } = useStaff();
  const kinds = IMPORT_KINDS.filter((each) => roles.some((role) => isOneOf(role, IMPORT_ROLES[each])));
  const [kind, setKind] = useState<ImportKindCode>('transactions');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [percent, setPercent] = useState(0);
  const stop = useRef(new AbortController());
  const upload = useMutation({
    mutationFn: (file: File) => {
      stop.current = new AbortController();
      setPercent(0);
      return sendImportFile({ kind, file, onProgress: setPercent, signal: stop.current.signal });
    },
    onSuccess: onUploaded,
    // Also after a stop or a lost answer: the file may have been queued.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['imports', 'list'] }),
  });
  const fault = chosen === null ? null : importFileFault(chosen.file, chosen.beginning, kind);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    upload.reset();
    const beginning = nameOrSizeFault(file) === null ? await file.slice(0, HEADER_BYTES_MAX).text() : '';
    setChosen({ file, beginning });
  };
  return (
    <Modal
      open={isOpen}
      width={680}
      title="导入文件"
      okText="上传并导入"
      cancelText={upload.isPending ? '停止上传' : '取消'}
      // Not confirmLoading: that would keep the upload from being stopped.
      okButtonProps={{
        loading: upload.isPending,
        disabled: chosen === null || fault !== null || upload.isPending,
      }}
      // A touch beside the dialogue must not throw away an upload of minutes.
      mask={{ closable: !upload.isPending }}
      onOk={() => chosen && upload.mutate(chosen.file)}
      onCancel={() => {
        stop.current.abort();
        upload.reset();
        onClose();
      }}
      afterClose={() => {
        setChosen(null);
        upload.reset();
      }}
    >
      <Segmented<ImportKindCode>
        block
        className="import-kinds"
        aria-label="文件类型"
        disabled={upload.isPending}
        value={kind}
        onChange={(next) => {
          setKind(next);
          upload.reset();
        }}
        options={kinds.map((value) => ({ value, label: importKindNames[value] }))}
      />
      <NeededColumns kind={kind} />
      <FileChoice chosen={chosen} isBusy={upload.isPending} onChoose={(file) => void choose(file)} />
      {upload.isPending && <ProgressBar percent={percent} label="上传进度" />}
      {fault !== null && (
        <div className="notice notice-error" role="alert">
          {fault}
        </div>
      )}
      <FailureNotice error={upload.error} />
    </Modal>
  );
}

const isOneOf = (role: Role, roles: readonly Role[]): boolean => roles.includes(role);

/** Which columns the file must have, before one is chosen. */
function NeededColumns({ kind }: { kind: ImportKindCode }) {
  return (
    <>
      <p className="import-kind">{kindMeanings[kind]}</p>
      <p className="note">
        第一行是表头，要有下面这些列，顺序不限。
        <a href={templateUrl(kind)} download={`${importKindNames[kind]}模板.csv`}>
          下载模板
        </a>
      </p>
      <ul className="import-columns" aria-label="需要的列">
        {columnMeanings(kind).map(({ name, meaning, isOptional }) => (
          <li key={name}>
            <code>{name}</code>
            <span className="note">
              {meaning}
              {isOptional && '（没有这一列也可以）'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FileChoiceProps {
  readonly chosen: Chosen | null;
  readonly isBusy: boolean;
  readonly onChoose: (file: File | undefined) => void;
}

function FileChoice({ chosen, isBusy, onChoose }: FileChoiceProps) {
  return (
    <label
      className="drop drop-low"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!isBusy) onChoose(event.dataTransfer.files[0]);
      }}
    >
      <input
        type="file"
        accept=".csv,text/csv"
        className="drop-input"
        aria-label="CSV 文件"
        disabled={isBusy}
        onChange={(event) => {
          onChoose(event.target.files?.[0]);
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = '';
        }}
      />
      <b className="file-name">{chosen ? chosen.file.name : '选择 CSV 文件，或拖到这里'}</b>
      <span className="note">
        {chosen
          ? `${formatBytes(chosen.file.size)}，点这里换一份`
          : `UTF-8 编码，最大 ${formatBytes(IMPORT_FILE_BYTES_MAX)}；同一份文件传两次只算一次`}
      </span>
    </label>
  );
}
