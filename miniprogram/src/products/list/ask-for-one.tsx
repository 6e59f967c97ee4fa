import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import { PRODUCT_NAME_MAX } from '@siyu/shared/contracts/products.limits';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { uuidV7 } from '../../phone/uuid-v7';
import { say } from '../../words/say';
import { openProduct } from '../open-product';

/** The member names a product: nobody else may begin to speak of one above the own level. */
export function AskForOne() {
  const [named, setNamed] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asking = useRef<string | null>(null);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    // A repeat after an answer that never came is the same asking.
    asking.current ??= uuidV7(Date.now());
    try {
      const params = { askingId: asking.current };
      const { product } = await call(productShelfRoutes.ask, { params, body: { named: named.trim() } });
      asking.current = null;
      openProduct(product.productId);
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };
  return (
    <View className="card">
      <Text className="shelf__heading">{say('shelf.ask')}</Text>
      <TextField
        id="ask-product"
        label={say('shelf.ask.why')}
        hint={say('shelf.ask.hint')}
        value={named}
        maxLength={PRODUCT_NAME_MAX}
        isDisabled={isBusy}
        onChange={(value) => {
          asking.current = null;
          setNamed(value);
        }}
      />
      {problem === null ? null : (
        <Text id="ask-problem" className="shelf__problem">
          {problem}
        </Text>
      )}
      <Button
        id="ask-send"
        kind="line"
        text={say(isBusy ? 'shelf.asking' : 'shelf.ask.send')}
        isDisabled={isBusy || named.trim() === ''}
        onTap={() => void ask()}
      />
    </View>
  );
}
