export default function Home() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col justify-center gap-6 px-6 py-16">
      <h1 className="text-5xl font-semibold tracking-tight">Negar</h1>
      <p className="text-xl leading-relaxed">
        Negar turns photos into words: a MobileNet CNN looks, an LSTM writes. The name is Persian
        for <em>picture</em>, and for <em>one who writes</em>.
      </p>
      <p className="leading-relaxed">Caption photos and folders on the command line:</p>
      <pre className="overflow-x-auto rounded-lg bg-stone-200 p-4 text-sm dark:bg-stone-800">
        <code>npm run caption -- photo.jpg folder/ --json</code>
      </pre>
    </main>
  );
}
