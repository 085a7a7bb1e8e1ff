import { useState } from 'react';
import { useLocation } from 'react-router';
import { CodeOver, MeetCard } from '../../features/contact/components/meet-card';
import { codeIn } from '../../features/contact/contact-code';

/** The page that somebody's invite code opens. */
export function MeetRoute() {
  const found = codeIn(useLocation().hash);
  // A jump within the page takes the place of the code in the address.
  const [code, setCode] = useState(found);
  if (found !== undefined && found !== code) {
    setCode(found);
  }
  return (
    <div className="flex h-full overflow-y-auto bg-panel px-5 py-8">
      <div className="m-auto w-full max-w-sm">
        {code === undefined ? <CodeOver /> : <MeetCard key={code} code={code} />}
      </div>
    </div>
  );
}
