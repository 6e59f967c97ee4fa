import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { fen, formatYuan } from '@siyu/shared/money';
import { Text, View } from '@tarojs/components';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import { nameOf } from './about-you';
import { Extent, Line, Section } from './section';

const yuan = (amountFen: number): string => say('copy.yuan', { amount: formatYuan(fen(amountFen)) });

/** What the member paid, always to be seen, also when it is nothing. */
export function Fees({ fees }: Pick<AccessCopy, 'fees'>) {
  const paid = fees.bySource.filter(({ count }) => count > 0);
  return (
    <Section name="fees" title={say('copy.fees')} isFixed>
      {() => (
        <>
          <View id="fees-total" className="copy__line">
            <Text className="copy__what">{say('copy.fees.total')}</Text>
            <Text className="copy__value copy__value--total">{yuan(fees.totalFen)}</Text>
          </View>
          {paid.map(({ source, amountFen }) => (
            <Line key={source} what={nameOf(`copy.fee.${source}`, source)} value={yuan(amountFen)} />
          ))}
          {paid.length === 0 ? <Text className="copy__note">{say('copy.fees.none')}</Text> : null}
          <Text className="copy__note">{say('copy.fees.note')}</Text>
        </>
      )}
    </Section>
  );
}

/** The scores in whole sentences, and what is known of the account. */
export function ScoresAndTrades({ copy }: { readonly copy: AccessCopy }) {
  const { scores, holdings, trades } = copy;
  return (
    <>
      <Section name="scores" title={say('copy.scores')}>
        {() =>
          scores.map(({ title, lines }) => (
            <View key={title} className="copy__explained">
              <Text className="copy__subtitle">{title}</Text>
              {lines.map((line) => (
                <Text key={line} className="copy__sentence">
                  {line}
                </Text>
              ))}
            </View>
          ))
        }
      </Section>
      <Section name="trades" title={say('copy.trades')} summary={say('copy.count', { count: trades.total })}>
        {() => (
          <>
            {holdings === null ? null : (
              <Text className="copy__sentence">
                {say('copy.holdings', { amount: formatYuan(fen(holdings.amountFen)) })}
                {holdings.tier === null ? '' : say(`copy.tier.${holdings.tier}`)}
              </Text>
            )}
            {trades.entries.map(({ kind, occurredOn, productCode, amountFen }, index) => (
              <Line
                key={`${index} ${occurredOn}`}
                what={[nameOf(`copy.trade.${kind}`, kind), productCode].filter(Boolean).join(' · ')}
                value={[dayInWords(occurredOn), amountFen === null ? null : yuan(amountFen)]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
            <Extent total={trades.total} shown={trades.entries.length} />
          </>
        )}
      </Section>
    </>
  );
}
