import type { LessonRow } from '@siyu/shared/contracts/content';
import { LESSON_FILE_BYTES_MAX } from '@siyu/shared/contracts/content.limits';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { sendFile } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { checkFile, checkNameAndSize, type FileVerdict } from './lesson-file.ts';
import { placeName } from './place-name.ts';

interface UploadLessonProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onUploaded: (row: LessonRow) => void;
}

interface Chosen {
  readonly file: File;
  readonly verdict: FileVerdict;
  /** An upload whose answer got lost is sent again under the same key, and makes no second draft. */
  readonly key: string;
}

export function UploadLesson({ isOpen, onClose, onUploaded }: UploadLessonProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const upload = useMutation({
    mutationFn: ({ file, key }: Chosen) => sendFile(contentRoutes.uploadLesson, file, key),
    onSuccess: (row) => {
      void queryClient.invalidateQueries({ queryKey: ['lessons'] });
      onUploaded(row);
    },
  });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    upload.reset();
    // A file past the limit is not read at all.
    const text = checkNameAndSize(file) === null ? await file.text() : '';
    setChosen({ file, verdict: checkFile(file, text), key: newRequestKey() });
  };
  return (
    <Modal
      open={isOpen}
      title="上传课程"
      okText="上传为草稿"
      cancelText="取消"
      okButtonProps={{ disabled: chosen?.verdict.isFit !== true, loading: upload.isPending }}
      onOk={() => chosen && upload.mutate(chosen)}
      onCancel={onClose}
      afterClose={() => {
        setChosen(null);
        upload.reset();
      }}
    >
      <label
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void choose(event.dataTransfer.files[0]);
        }}
      >
        <input
          type="file"
          accept=".json,application/json"
          className="drop-input"
          aria-label="课程文件"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <b>{chosen ? chosen.file.name : '选择课程文件，或拖到这里'}</b>
        <span className="note">
          {chosen?.verdict.isFit === true
            ? `课程《${chosen.verdict.title}》，${Math.ceil(chosen.file.size / 1024)} KB`
            : `.json 文件，最大 ${LESSON_FILE_BYTES_MAX / 1024} KB；上传后成为草稿，不会直接给客户看到`}
        </span>
      </label>
      {chosen?.verdict.isFit === false && (
        <div className="notice notice-error" role="alert">
          {chosen.verdict.sentence}
        </div>
      )}
      <FailureNotice error={upload.error} nameOf={placeName} />
    </Modal>
  );
}
