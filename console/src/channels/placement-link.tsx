import type { Placement } from '@siyu/shared/contracts/channels';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeAccount } from './channel-queries.ts';

/** Makes the link of a placement, to be sent in a message or an article; one that is useful is not made anew. */
export function MakeLink({ placement }: { readonly placement: Placement }) {
  const { placementId, state, link } = placement;
  const make = useMutation({
    mutationFn: () => call(channelsRoutes.makePlacementLink, { params: { placementId } }),
    onSuccess: takeAccount,
  });
  if (state !== 'ACTIVE' || link?.isUseful === true) return null;
  return (
    <>
      <Button size="small" loading={make.isPending} onClick={() => make.mutate()}>
        {link === null ? '生成链接' : '重新生成链接'}
      </Button>
      <FailureNotice error={make.error} />
    </>
  );
}

/** The link as long as it works. */
export function KeptLink({ placement: { name, link } }: { readonly placement: Placement }) {
  return link === null ? null : <Kept key={link.url} name={name} url={link.url} until={link.until} />;
}

function Kept({ name, url, until }: { readonly name: string; readonly url: string; readonly until: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'marked' | null>(null);
  const field = useRef<InputRef>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setOutcome('copied');
    } catch {
      // A browser that does not allow it: marked, so that one key copies it.
      field.current?.select();
      setOutcome('marked');
    }
  };
  return (
    <div className="placement-link">
      <Input ref={field} readOnly size="small" aria-label={`${name}的链接`} value={url} />
      <Button size="small" onClick={() => void copy()}>
        {outcome === 'copied' ? '已复制' : '复制'}
      </Button>
      {outcome === 'marked' && (
        <span className="note" role="status">
          浏览器不允许代为复制，链接已选中，请按 Ctrl+C。
        </span>
      )}
      <span className="note">有效至 {formatInstant(until)}</span>
    </div>
  );
}
