import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ProductPage } from '@siyu/shared/contracts/product-shelf';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

interface PurchaseProps {
  readonly page: ProductPage;
  readonly onChange: (page: ProductPage) => void;
}

/** The last step: nothing is bought here, the member is let buy where the firm sells. */
export function Purchase({ page, onChange }: PurchaseProps) {
  const { purchase, coolsUntil, clearedUntil } = page;
  if (purchase === 'COOLING' && coolsUntil !== null)
    return (
      <Told
        id="product-cooling"
        title={say('product.cooling')}
        text={say('product.cooling.until', { until: momentInWords(coolsUntil) })}
      />
    );
  if (purchase === 'CLEARED' && clearedUntil !== null)
    return (
      <Told
        id="product-cleared"
        title={say('product.cleared')}
        text={say('product.cleared.until', { until: momentInWords(clearedUntil) })}
      />
    );
  return purchase === 'OPEN' ? <AskToBuy page={page} onChange={onChange} /> : null;
}

function Told({ id, title, text }: { readonly id: string; readonly title: string; readonly text: string }) {
  return (
    <View id={id} className="card">
      <Text className="shelf__heading">{title}</Text>
      <Text className="shelf__text">{text}</Text>
    </View>
  );
}

function AskToBuy({ page: { product }, onChange }: PurchaseProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onChange(await call(productShelfRoutes.clear, { params: { productId: product.productId } }));
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };
  return (
    <View className="card">
      <Text className="shelf__heading">{say('product.buy')}</Text>
      <Text className="shelf__text">{say('product.buy.hint')}</Text>
      {problem === null ? null : (
        <Text id="buy-problem" className="shelf__problem">
          {problem}
        </Text>
      )}
      <Button
        id="product-buy"
        text={say(isBusy ? 'product.buying' : 'product.buy.ask')}
        isDisabled={isBusy}
        onTap={() => void ask()}
      />
    </View>
  );
}
