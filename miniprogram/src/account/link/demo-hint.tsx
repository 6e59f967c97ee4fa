import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useStore } from '../../phone/store';
import { findDemoHolder, lastDemoMessage } from '../../session/login-code';
import { session } from '../../session/session';
import { say } from '../../words/say';

interface DemoHintProps {
  /** The phone a code was sent to; absent while the numbers are being asked for. */
  readonly phone?: string;
  /** Changes with each code. */
  readonly sentAt?: string;
}

/** On a demo system in a browser: what the fictitious customer would know, and the message their phone received. */
export function DemoHint({ phone, sentAt }: DemoHintProps) {
  const { runtime } = useStore(session);
  const [sentence, setSentence] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void sentenceFor().then((found) => {
      if (isCurrent) setSentence(found);
    });
    return () => {
      isCurrent = false;
    };

    async function sentenceFor(): Promise<string | null> {
      try {
        if (phone === undefined) {
          const holder = await findDemoHolder(runtime);
          return holder === null
            ? null
            : say('link.demo', { accountNo: holder.accountNo, phone: holder.phone });
        }
        const text = await lastDemoMessage(runtime, phone);
        return text === null ? null : say('link.demo.message', { text });
      } catch {
        // Without the demo's phone the page works as it does for everybody else.
        return null;
      }
    }
  }, [runtime, phone, sentAt]);
  if (sentence === null) return null;
  return (
    <View id="link-demo" className="link__demo">
      <Text>{sentence}</Text>
    </View>
  );
}
