import { CaptionPhoto } from './_components/caption-photo';

export default function Home() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col justify-center gap-8 px-6 py-16">
      <h1 className="text-5xl font-semibold tracking-tight">Negar</h1>
      <p className="text-xl leading-relaxed">
        Negar turns photos into words: a MobileNet CNN looks, an LSTM writes. The name is Persian
        for <em>picture</em>, and for <em>one who writes</em>.
      </p>
      <CaptionPhoto />
    </main>
  );
}
