import type { EvidenceTaken } from '@siyu/shared/contracts/suitability-evidence';
import { suitabilityEvidenceRoutes } from '@siyu/shared/contracts/suitability-evidence.routes';
import { PRODUCT_CODE, PRODUCT_CODE_MAX } from '@siyu/shared/contracts/products.limits';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { formatCount } from '../format/figures.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

/** One file that proves what was decided of the member and a product, up to a day. Each one is on record. */
export function SuitabilityEvidence({ memberId }: { memberId: string }) {
  const id = useId();
  const today = formatDay(dayOfInstant(Date.now()));
  const [productCode, setProductCode] = useState('');
  const [day, setDay] = useState(today);
  const isFit = PRODUCT_CODE.test(productCode.trim()) && day !== '' && day <= today;
  const take = useMutation({
    mutationFn: () =>
      call(suitabilityEvidenceRoutes.takeEvidence, {
        params: { memberId },
        body: { productCode: productCode.trim(), day },
      }),
    onSuccess: save,
  });
  return (
    <>
      <p className="note">
        一个文件包含截至当天的测评、客户的询问、读过的告知和每一次匹配决定，任何人都可以离线核验。每次领取都会记入留痕。
      </p>
      <div className="own-form">
        <div>
          <label htmlFor={`${id}-code`}>产品代码</label>
          <Input
            id={`${id}-code`}
            autoComplete="off"
            maxLength={PRODUCT_CODE_MAX}
            value={productCode}
            onChange={(event) => setProductCode(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-day`}>截至哪一天</label>
          <Input
            id={`${id}-day`}
            type="date"
            max={today}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <Button disabled={!isFit} loading={take.isPending} onClick={() => take.mutate()}>
          领取证据文件
        </Button>
        <FailureNotice error={take.error} />
      </div>
      {take.data && <Taken taken={take.data} />}
    </>
  );
}

function Taken({
  taken: { fileName, decisions, notices, askings, sha256, isCutShort },
}: {
  taken: EvidenceTaken;
}) {
  return (
    <div role="status">
      <p className="say">
        已保存 {fileName}：决定 {formatCount(decisions)} 条，告知 {formatCount(notices)} 份，询问{' '}
        {formatCount(askings)} 次。
      </p>
      {isCutShort && <p className="note">记录太多，文件里没有最早的那些；请把日期往前移再领一份。</p>}
      <p className="note">
        校验值 <span className="file-name">{sha256}</span>
      </p>
      <p className="note">核验：npm run suitability:verify -- {fileName}</p>
    </div>
  );
}

function save({ fileName, text }: EvidenceTaken): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
