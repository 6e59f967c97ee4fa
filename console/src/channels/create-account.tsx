import type { CreateChannelAccount } from '@siyu/shared/contracts/channels';
import {
  ACCOUNT_HANDLE_MAX,
  ACCOUNT_NAME_MAX,
  ACCOUNT_OWNERS,
  PLATFORMS,
} from '@siyu/shared/contracts/channels.limits';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { accountOwnerNames, platformNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { importsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeAccount } from './channel-queries.ts';
import { OwnerField } from './owner-field.tsx';

interface CreateAccountProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCreated: (accountId: string) => void;
}

/** Registers an account of the firm, of a branch or of an employee. */
export function CreateAccount({ isOpen, onClose, onCreated }: CreateAccountProps) {
  const { scope, roles } = useStaff();
  const isOfFirm = scope.kind === 'firm';
  const blank: CreateChannelAccount = {
    owner: isOfFirm ? 'FIRM' : 'BRANCH',
    platform: 'HALL',
    name: '',
    handle: '',
    branchId: null,
    staffId: null,
  };
  const [draft, setDraft] = useState(blank);
  const [key, setKey] = useState(newRequestKey);
  const create = useMutation({
    mutationFn: () =>
      callOnce(
        channelsRoutes.createAccount,
        { body: { ...draft, name: draft.name.trim(), handle: draft.handle.trim() } },
        key,
      ),
    onSuccess: (made) => {
      takeAccount(made);
      onCreated(made.account.accountId);
    },
  });
  const change = (next: Partial<CreateChannelAccount>) => {
    setDraft({ ...draft, ...next });
    // Another wish is sent under another key.
    setKey(newRequestKey());
  };
  const hasOwner =
    draft.owner === 'FIRM' || (draft.owner === 'BRANCH' ? draft.branchId : draft.staffId) !== null;
  const isFit = draft.name.trim() !== '' && draft.handle.trim() !== '' && hasOwner;
  return (
    <Modal
      open={isOpen}
      title="登记账号"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !isFit, loading: create.isPending }}
      onOk={() => create.mutate()}
      onCancel={onClose}
      afterClose={() => {
        setDraft(blank);
        setKey(newRequestKey());
        create.reset();
      }}
    >
      <div className="own-form">
        <div>
          <label htmlFor="channel-platform">平台</label>
          <Select
            id="channel-platform"
            className="full"
            value={draft.platform}
            options={PLATFORMS.map((value) => ({ value, label: platformNames[value] }))}
            onChange={(platform) => change({ platform })}
          />
        </div>
        <div>
          <label htmlFor="channel-name">名称</label>
          <Input
            id="channel-name"
            maxLength={ACCOUNT_NAME_MAX}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor="channel-handle">平台上的名称</label>
          <Input
            id="channel-handle"
            autoComplete="off"
            maxLength={ACCOUNT_HANDLE_MAX}
            value={draft.handle}
            onChange={(event) => change({ handle: event.target.value })}
          />
          <p className="note">同一平台上不能重复；营业厅填哪一个大厅。</p>
        </div>
        <div>
          <label htmlFor="channel-owner">属于</label>
          <Select
            id="channel-owner"
            className="full"
            value={draft.owner}
            options={ACCOUNT_OWNERS.filter((value) => isOfFirm || value !== 'FIRM').map((value) => ({
              value,
              label: accountOwnerNames[value],
            }))}
            onChange={(owner) => change({ owner, branchId: null, staffId: null })}
          />
        </div>
        {draft.owner !== 'FIRM' && (
          <OwnerField
            key={draft.owner}
            owner={draft.owner}
            value={draft.owner === 'BRANCH' ? draft.branchId : draft.staffId}
            onChange={(id) => change(draft.owner === 'BRANCH' ? { branchId: id } : { staffId: id })}
          />
        )}
        {roles.includes('operator') && (
          <p className="note">
            要登记很多账号，可以在<Link to={importsPage.path}>数据导入</Link>里上传一份名单。
          </p>
        )}
        <FailureNotice error={create.error} />
      </div>
    </Modal>
  );
}
