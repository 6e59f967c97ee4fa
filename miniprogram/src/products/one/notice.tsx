import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { MoreInformation, NoticeDocument, ProductPage } from '@siyu/shared/contracts/product-shelf';
import { NOTICE_DWELL_MS_MIN } from '@siyu/shared/contracts/product-shelf.limits';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import { suitabilityNoticeNames } from '@siyu/shared/messages';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { say } from '../../words/say';
import { InformationAsked, type PartOfInformation } from './information-asked';
import { useNoticeReading } from './use-notice-reading';

interface NoticeProps {
  readonly page: ProductPage;
  readonly notice: NoticeDocument;
  readonly onChange: (page: ProductPage) => void;
}

/** The notice to be read next. It is confirmed once its end was seen and it had its time. */
export function Notice({ page, notice, onChange }: NoticeProps) {
  const { kind, text, version, sha256 } = notice;
  const { steps, product } = page;
  const [answers, setAnswers] = useState<PartOfInformation>({});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { hasReachedEnd, dwellMs } = useNoticeReading('notice-end');
  const told = kind === 'MORE_INFORMATION' ? wholeOf(answers) : null;
  const isAnswered = kind !== 'MORE_INFORMATION' || told !== null;
  const isRead = hasReachedEnd && dwellMs >= NOTICE_DWELL_MS_MIN;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const params = { productId: product.productId };
      const body = { kind, sha256, dwellMs, hasReachedEnd, answers: told };
      onChange(await call(productShelfRoutes.confirmNotice, { params, body }));
    } catch (error) {
      setProblem(sentenceOfError(error));
      setBusy(false);
    }
  };
  const nth = steps.findIndex((step) => step.kind === kind) + 1;
  return (
    <View id={`notice-${kind}`} className="card">
      <Text className="meta">{say('product.step', { nth, count: steps.length })}</Text>
      <Text className="shelf__heading">{suitabilityNoticeNames[kind]}</Text>
      {clausesOf(text).map((clause) => (
        <Text key={clause} className="shelf__text shelf__text--notice">
          {clause}
        </Text>
      ))}
      {kind === 'MORE_INFORMATION' ? <InformationAsked answers={answers} onChange={setAnswers} /> : null}
      <View id="notice-end" className="shelf__end">
        <Text className="meta">{say('product.version', { version })}</Text>
      </View>
      {problem === null ? null : (
        <Text id="notice-problem" className="shelf__problem">
          {problem}
        </Text>
      )}
      <Button
        id="notice-confirm"
        text={wordOf({ isBusy, hasReachedEnd, isRead, kind })}
        isDisabled={isBusy || !isRead || !isAnswered}
        onTap={() => void confirm()}
      />
    </View>
  );
}

/** Each part of a long text on a line of its own. */
const clausesOf = (text: string): readonly string[] => text.match(/[^：；。]+[：；。]?/g) ?? [text];

function wholeOf({ shareOfAssets, bearableLoss, neededIn }: PartOfInformation): MoreInformation | null {
  if (shareOfAssets === undefined || bearableLoss === undefined || neededIn === undefined) return null;
  return { shareOfAssets, bearableLoss, neededIn };
}

interface Standing {
  readonly isBusy: boolean;
  readonly hasReachedEnd: boolean;
  readonly isRead: boolean;
  readonly kind: NoticeDocument['kind'];
}

function wordOf({ isBusy, hasReachedEnd, isRead, kind }: Standing): string {
  if (isBusy) return say('product.confirming');
  if (!hasReachedEnd) return say('product.read_on');
  if (!isRead) return say('product.read_longer');
  return say(kind === 'CONFIRMATION' ? 'product.confirm_own' : 'product.confirm_read');
}
