import type { Placement } from '@siyu/shared/contracts/channels';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { call } from '../api/call.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { leadInWords } from './lead-in-words.ts';

interface PlacementCodeProps {
  readonly placement: Placement;
  readonly onClose: () => void;
}

/** The picture of a code as WeChat draws it, to be taken along and printed. */
export function PlacementCodeShown({ placement, onClose }: PlacementCodeProps) {
  const { placementId, name } = placement;
  const code = useQuery({
    queryKey: ['channels', 'code', placementId],
    queryFn: ({ signal }) => call(channelsRoutes.getPlacementCode, { params: { placementId } }, signal),
    staleTime: Infinity,
    retry: false,
  });
  const url = code.data && `data:${code.data.mediaType};base64,${code.data.base64}`;
  return (
    <Modal open title={`二维码 · ${name}`} footer={null} onCancel={onClose} width={420}>
      {code.error ? (
        <FailureState error={code.error} onRetry={() => void code.refetch()} />
      ) : url === undefined ? (
        <ListSkeleton rows={4} />
      ) : (
        <div className="placement-code">
          <img src={url} width={280} height={280} alt={`${name}的小程序码`} />
          <a href={url} download={`${name}.${code.data?.mediaType === 'image/jpeg' ? 'jpg' : 'png'}`}>
            下载图片
          </a>
          <p className="note">
            场景值 {code.data?.scene}，打开{leadInWords(placement)}。印之前请先用手机扫一次。
          </p>
        </div>
      )}
    </Modal>
  );
}
