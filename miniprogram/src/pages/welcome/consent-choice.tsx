import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConsentState } from '@siyu/shared/contracts/identity';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { sentenceOfError } from '../../api/api-error';
import { Button } from '../../components/button';
import { ConsentCard } from '../../components/consent-card';
import { Tap } from '../../components/tap';
import { Failure, Skeleton } from '../../components/states';
import { uuidV7 } from '../../phone/uuid-v7';
import { closeAccount } from '../../session/close-account';
import { decideConsents, listConsents } from '../../session/consents';
import { say } from '../../words/say';

/**
 * Each purpose stands alone and starts unticked; only the one without which there is no service is needed. What was
 * refused a short time ago is not asked again, and stays as it is. The button by which a person joins says that they
 * are of age; who is not leaves by the link below it, and nothing of them stays.
 */
export function ConsentChoice() {
  const [listed, setListed] = useState<readonly ConsentState[] | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // One id for every try: a try whose answer was lost is not a second closing.
  const closingId = useRef(uuidV7(Date.now()));

  const load = useCallback(async () => {
    setProblem(null);
    try {
      setListed(await listConsents());
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
  }, []);
  useEffect(() => {
    void load();
  }, [load]);

  if (listed === null)
    return problem === null ? <Skeleton /> : <Failure sentence={problem} onRetry={() => void load()} />;

  const consents = listed.filter(({ mayAsk }) => mayAsk);

  const toggle = (purpose: string): void => {
    // Two quick touches may come before the first is drawn: each starts from what the other left.
    setTicked((held) => {
      const next = new Set(held);
      if (!next.delete(purpose)) next.add(purpose);
      return next;
    });
  };
  const decide = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await decideConsents(
        consents.map(({ purpose, textVersion }) => ({
          purpose,
          textVersion,
          isGranted: ticked.has(purpose),
        })),
      );
    } catch (error) {
      setProblem(sentenceOfError(error));
      setBusy(false);
    }
  };
  const leave = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await closeAccount(closingId.current, say('consent.minor.end'));
    } catch (error) {
      setProblem(sentenceOfError(error));
      setBusy(false);
    }
  };
  const isServiceTicked = ticked.has('SERVICE');
  return (
    <>
      <Text className="heading">{say('consent.heading')}</Text>
      <Text className="sub">{say('consent.hint')}</Text>
      {consents.map((consent) => (
        <ConsentCard
          key={consent.purpose}
          consent={consent}
          isTicked={ticked.has(consent.purpose)}
          onToggle={() => {
            toggle(consent.purpose);
          }}
        />
      ))}
      <View className="consent__end">
        <Text id="consent-adult" className="meta consent__adult">
          {say('consent.adult', { text: ADULT_STATEMENT.text })}
        </Text>
        {problem === null ? null : <Text className="consent__problem">{problem}</Text>}
        <Button
          id="consent-continue"
          text={say(isServiceTicked ? 'consent.continue' : 'consent.need_service')}
          isDisabled={!isServiceTicked || isBusy}
          onTap={() => void decide()}
        />
        <Tap id="consent-minor" className="link consent__minor" onTap={() => void leave()}>
          <Text>{say('consent.minor')}</Text>
        </Tap>
        <Text className="meta consent__later">
          {say(consents.length < listed.length ? 'consent.not_asked' : 'consent.later')}
        </Text>
      </View>
    </>
  );
}
