package coffeebreak.bot.llm;

import coffeebreak.index.Embedder;

class HashingEmbedderTest extends EmbedderContract {
    @Override
    Embedder embedder() {
        return Embedder.hashing(128);
    }
}
