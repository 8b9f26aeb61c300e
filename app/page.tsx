import { Welcome } from '@/components/start/welcome';
import { demoGuide } from '@/lib/server/demo/guide';

export default async function StartPage() {
  return <Welcome demo={await demoGuide()} />;
}
