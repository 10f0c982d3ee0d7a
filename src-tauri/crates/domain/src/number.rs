//! Numbers with at most two decimals, and how a language writes them: the one place for note and paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Lang;

/// A value in whole hundredths, as scores are written down: exact, so that screen and paper never round apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct Hundredths(pub i32);

impl Hundredths {
    /// Makes it of a whole number; `None` when that is too large.
    pub const fn whole(number: i32) -> Option<Self> {
        match number.checked_mul(100) {
            Some(hundredths) => Some(Self(hundredths)),
            None => None,
        }
    }

    /// Returns the whole number it is, if it is one.
    pub const fn as_whole(self) -> Option<i32> {
        if self.0 % 100 == 0 {
            Some(self.0 / 100)
        } else {
            None
        }
    }

    /// Tells whether it lies between two whole numbers, or is one of them.
    pub fn lies_in(self, min: i32, max: i32) -> bool {
        let hundredths = i64::from(self.0);
        (i64::from(min) * 100..=i64::from(max) * 100).contains(&hundredths)
    }

    /// Writes it with a sign, a mark and as many decimals as it has.
    fn with(self, minus: &str, mark: char) -> String {
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let sign = if self.0 < 0 { minus } else { "" };
        match (rest, rest % 10) {
            (0, _) => format!("{sign}{whole}"),
            (_, 0) => format!("{sign}{whole}{mark}{}", rest / 10),
            _ => format!("{sign}{whole}{mark}{rest:02}"),
        }
    }

    /// Writes it for a machine: "7.5". The store keeps it like this.
    pub fn plain(self) -> String {
        self.with("-", '.')
    }

    /// Reads what [`Self::plain`] wrote.
    pub fn from_plain(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(rest) || rest.len() > 2 {
            return None;
        }
        let rest: i64 = format!("{rest:0<2}").parse().ok()?;
        let whole: i64 = whole.parse().ok()?;
        let hundredths = whole.checked_mul(100)?.checked_add(rest)? * sign;
        i32::try_from(hundredths).ok().map(Self)
    }
}

impl From<i16> for Hundredths {
    fn from(whole: i16) -> Self {
        Self(i32::from(whole) * 100)
    }
}

/// Writes a number as a language does: "7.5", "7,5", with a real minus.
pub fn written(lang: Lang, number: Hundredths) -> String {
    let mark = match lang {
        Lang::En => '.',
        Lang::Da | Lang::Nb => ',',
    };
    number.with("−", mark)
}

/// As a JSON number with its decimals, which is how the page has it.
pub(crate) mod as_decimal {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::Hundredths;

    pub fn serialize<S: Serializer>(number: &Hundredths, to: S) -> Result<S::Ok, S::Error> {
        match number.as_whole() {
            Some(whole) => to.serialize_i32(whole),
            None => to.serialize_f64(f64::from(number.0) / 100.0),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Hundredths, D::Error> {
        let given = f64::deserialize(from)?;
        let hundredths = given * 100.0;
        // A third decimal is refused and not rounded: what is kept is what the field shows.
        if (hundredths - hundredths.round()).abs() > 1e-6 || hundredths.abs() > f64::from(i32::MAX)
        {
            return Err(Error::custom("a number with at most two decimals"));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole and in range, as was just asked"
        )]
        Ok(Hundredths(hundredths.round() as i32))
    }
}

/// As [`as_decimal`], or null.
pub(crate) mod maybe_decimal {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Hundredths, as_decimal};

    #[derive(Serialize, Deserialize)]
    struct Decimal(#[serde(with = "as_decimal")] Hundredths);

    pub fn serialize<S: Serializer>(number: &Option<Hundredths>, to: S) -> Result<S::Ok, S::Error> {
        number.map(Decimal).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Hundredths>, D::Error> {
        Ok(Option::<Decimal>::deserialize(from)?.map(|Decimal(number)| number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_as_many_decimals_as_it_needs() {
        for (value, plain, en, da) in [
            (0, "0", "0", "0"),
            (1, "0.01", "0.01", "0,01"),
            (750, "7.5", "7.5", "7,5"),
            (300, "3", "3", "3"),
            (347, "3.47", "3.47", "3,47"),
            (-1_205, "-12.05", "−12.05", "−12,05"),
            (i32::MIN, "-21474836.48", "−21474836.48", "−21474836,48"),
        ] {
            let number = Hundredths(value);
            assert_eq!(number.plain(), plain);
            assert_eq!(Hundredths::from_plain(plain), Some(number));
            assert_eq!(written(Lang::En, number), en);
            assert_eq!(written(Lang::Da, number), da);
            assert_eq!(written(Lang::Nb, number), da);
        }
    }

    #[test]
    fn what_is_no_number_is_not_read_as_one() {
        for text in [
            "",
            "-",
            ".",
            "7.",
            ".5",
            "7,5",
            "+7",
            "1.234",
            "7.5.1",
            "1e3",
            "99999999999",
            " 7",
        ] {
            assert_eq!(Hundredths::from_plain(text), None, "{text}");
        }
    }
}
