#include "makemore/random.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "makemore/trainer.hpp"
#include "support.hpp"

using namespace makemore;

namespace {

bool normals_are(const auto& expected) {
    TorchGenerator generator;
    return std::ranges::equal(generator.normal_floats(expected.size()), expected);
}

}  // namespace

TEST_CASE("words and uniforms are torch's") {
    TorchGenerator words;
    for (const std::uint32_t word : lecture::words) {
        CHECK(words.random32() == word);
    }
    TorchGenerator singles;
    for (const float value : lecture::uniform_floats) {
        CHECK(singles.uniform_float() == value);
    }
    TorchGenerator doubles;
    for (const double value : lecture::uniform_doubles) {
        CHECK(doubles.uniform_double() == value);
    }
    TorchGenerator pairs;
    CHECK(pairs.random64() == (std::uint64_t{lecture::words[0]} << 32U | lecture::words[1]));
}

TEST_CASE("normals are torch's on both sides of 16") {
    CHECK(normals_are(lecture::normals_1));
    CHECK(normals_are(lecture::normals_5));
    CHECK(normals_are(lecture::normals_15));
    CHECK(normals_are(lecture::normals_16));
    CHECK(normals_are(lecture::normals_17));
    CHECK(normals_are(lecture::normals_27));
    CHECK(normals_are(lecture::normals_32));
    CHECK(normals_are(lecture::normals_33));
    CHECK(normals_are(lecture::initial_weights));
}

TEST_CASE("a waiting normal is kept between calls") {
    TorchGenerator generator;
    CHECK(std::ranges::equal(generator.normal_floats(5), lecture::sequence_randn5));
    CHECK(std::ranges::equal(generator.normal_floats(2), lecture::sequence_randn2));
    CHECK(std::ranges::equal(generator.normal_floats(3), lecture::sequence_randn3));
    for (const float value : lecture::sequence_rand4) {
        CHECK(generator.uniform_float() == value);
    }
}

TEST_CASE("other seeds are torch's too, above 2^32 by their low half") {
    for (const auto& draws : lecture::seeded_draws) {
        CAPTURE(draws.seed);
        CHECK(TorchGenerator(draws.seed).random32() == draws.first_word);
        TorchGenerator generator(draws.seed);
        for (const float value : draws.uniforms) {
            CHECK(generator.uniform_float() == value);
        }
        CHECK(std::ranges::equal(generator.normal_floats(20), draws.normals));
    }
    CHECK(TorchGenerator((std::uint64_t{5} << 32U) + 7).random32() == TorchGenerator(7).random32());
}

TEST_CASE("integers and exponentials are torch's") {
    TorchGenerator longs;
    for (const std::uint64_t value : lecture::long_words) {
        CHECK((longs.random64() & ~(std::uint64_t{1} << 63U)) == value);
    }
    TorchGenerator exponentials;
    for (const float value : lecture::exponentials) {
        CHECK(exponentials.exponential_float() == value);
    }
}

TEST_CASE("the generator goes on past its state of 624 words") {
    TorchGenerator generator;
    std::size_t drawn = 0;
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < lecture::late_indices.size(); ++i) {
        for (; drawn <= lecture::late_indices.at(i); ++drawn) {
            word = generator.random32();
        }
        CHECK(word == lecture::late_words.at(i));
    }
}

TEST_CASE("a hundred thousand normals have the same bits on every target") {
    CHECK(fingerprint(TorchGenerator(1).normal_floats(100'000)) == "85b074bb43bd9ad1");
}
