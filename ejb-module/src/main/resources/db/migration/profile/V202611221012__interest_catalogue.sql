-- What people can choose from the start. More comes from what they add and moderators approve.

INSERT INTO interest_category (id, position, name) VALUES
  ('sports', 1, 'Sports'),
  ('music', 2, 'Music'),
  ('tech', 3, 'Technology'),
  ('web3', 4, 'Blockchain'),
  ('arts', 5, 'Arts and crafts'),
  ('culture', 6, 'Film and books'),
  ('games', 7, 'Games'),
  ('food', 8, 'Food and drink'),
  ('nature', 9, 'Outdoors and nature'),
  ('life', 10, 'Life and society');

INSERT INTO interest (category, name, state)
  SELECT c.category, n, 'APPROVED'
    FROM (VALUES
      ('sports', ARRAY['Badminton', 'Basketball', 'Boxing', 'Climbing', 'Cycling', 'Football',
        'Martial arts', 'Running', 'Sailing', 'Skiing', 'Swimming', 'Tennis', 'Yoga']),
      ('music', ARRAY['Choir singing', 'Classical music', 'DJing', 'Electronic music', 'Folk music',
        'Guitar', 'Hip-hop', 'Jazz', 'Metal', 'Opera', 'Piano', 'Songwriting']),
      ('tech', ARRAY['3D printing', 'Artificial intelligence', 'Cryptography', 'Electronics',
        'Game development', 'Open source', 'Programming', 'Robotics', 'Security', 'Self-hosting',
        'Web design']),
      ('web3', ARRAY['DAOs', 'DeFi', 'Ethereum', 'Layer 2', 'NFT art', 'Smart contracts',
        'Zero-knowledge proofs']),
      ('arts', ARRAY['Calligraphy', 'Ceramics', 'Drawing', 'Knitting', 'Painting', 'Photography', 'Sewing',
        'Woodworking']),
      ('culture', ARRAY['Anime', 'Comics', 'Documentaries', 'Fantasy', 'History', 'Indie films',
        'Philosophy', 'Poetry', 'Science fiction', 'Theatre', 'Writing']),
      ('games', ARRAY['Board games', 'Chess', 'Escape rooms', 'Pen-and-paper role-playing', 'Puzzles',
        'Retro games', 'Strategy games', 'Video games']),
      ('food', ARRAY['Baking', 'Barbecue', 'Cheese', 'Coffee', 'Cooking', 'Tea', 'Vegan cooking', 'Wine']),
      ('nature', ARRAY['Astronomy', 'Beekeeping', 'Birdwatching', 'Camping', 'Cats', 'Dogs', 'Gardening',
        'Hiking', 'Horse riding', 'Mushroom hunting']),
      ('life', ARRAY['Entrepreneurship', 'Investing', 'Languages', 'Meditation', 'Parenting', 'Politics',
        'Psychology', 'Sustainability', 'Travel', 'Volunteering'])
    ) AS c (category, names), unnest(c.names) AS n;
